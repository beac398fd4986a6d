// Made by scripts/make-fold-table.ts from Unicode 17.0. Do not edit: another table is another FOLD_VERSION.

/** The distance of each run's first code point from the end of the run before, in base 36. */
export const foldGaps = `
9 1f 16 q 9 2 4   3  5        1             1                 1                1 1    2   1  1   1
  1   1 1  1 2 1       3 7       1                        1  1 1 1    6    2 1      1  3 2 8 7 1z 
       1 1 w     r  1 1 1 7  6   1 1    1      h 7           1 1  1  1 1  2   -8 1 1 1 1      -u 1
 1 9 m 1 3 4   1 1  2 2  1   2  1  1    1   1     1  2 1c 9 1 1 1 1 20 1 5    10 g 27 1 g 2 2 2 1 
bt 16 1 15 7 2 z        2z  f  1 2b 2 y   2 6h 2  f  1i 1h   3f 3b 6  1  3i   3x 1   8d 1i 9 4 4 4
 c 9 1  1 8 h 9 4 4 4 c 30 3d 1 5 1a 2q fz  i2 8j 2d io 6 1 1 1 1 3 14 1 2  1 91 6 2 30   1   1   
         1                  d y                                  -4                     1 2 1     
  1  2 2   2 2 1    -4    2    -c 1 3 2 3 1   3 2 4    2 2 1   3   2 1  4 3   2  17    2         1
         1f 2 4 2    1 3  6 1 1 1  1    4 2    4   m                3 4 2   3 m i u   1g 4 2 5 h 1
 q 2 2 1 m 1 a   2 2 6 2 2 y   1c  6 1n 8l 25   169 83 1c 1      1   1 2 6    8 1 4 3g 34 e8 1h l 
1 1 1 1 1 1 1 1 1 1 1 2 1 1 6  1  1  1  1  m 9 d 1 1 1 1 1 1 1 1 1 1 1 2 1 1 6  1  1  1  1  m 2   
 3 2t a3            mrl 2 1 2 1  3m 3 1 8 1 1  4 1 2 1 3 1     1     1    1 1  1 k     2 o3    9 f
py      c     5   9    1 1 1 1 1     bn 7f       7 1         2 4    1              1   5 5 3j 1   
                         1r  1   1    1 kn 7z 3s 4c -10 3 3 3 1f q bg 1  1                        
              1      xx 4d b8 be 1 e 3m  ez  1i 1 8 2 1f 1  6q  1 6z  kk 3c e7c        2f3   5x 1s
 fdz 376  v8       e 1s      fz    -o 3    1 2 2 2 1  1 -i 3 1   1 2 1 1  1 1 1 3 1               
2                                                                  2     1m8                      
  x 1o0 1l5  3 6 6 3c 1yl gvly
`

/** Each run's source step × 3 + target step in one digit, then its length in base 36; '' for one. */
export const foldShapes = `
35 4q     42     36  52 33 34  42 34  34    36  52 33 34  42 34  34    36 38 34 3a 38 34 3a 32 32 
33 36  32 36  32 36 32 36 38 36 3c 32 33 36  32    32 32   52     52 42    32        32 42 32 32  
  33 33 33 32 32 32 3a 34 32 34 32 34 32  33 32   32 32 32 32 34 34 34 34 34 34 32 32  32    32 32
 38 32 52        32 32  32 32  32       52  52  32 32      334         53     4h 47    53         
  33   8c  52      43 32 85          8g 84  8b  32      8b 32 85 32 33 8r  32 86 34  32  32 32 32 
 34 32  32 32 36 32  32 8r 412  319  32 32  3b  32    3l     37 36 32 34 39 3o 3t                 
                                               412    32 428 46  32 35 328             417 43    4
2  48   53 52  42  52  52   52 42  42  42     43 42   42 42  42        52   42       52 43  42  42
  42  43  31s 32 36 32 3a 3a 73 73 38 34 36 38 36 38 38 34 38 3a 38 3a 34 3a 34 32 36   52   3o 3g
 34 3o 3e 38 83 3g 36 36 3g 3g 36 36 38 64 3g 32 83 83 32 32 32 3g 3g 3g 67   63  33 32 32 33 34 3
6 34 32 36   33 32 32 33 3b 35 36 32  34  32 35     3g   46 52  42  4a 52  42       44  42 31c   4
2 34 32 32  43 32     43 32   52   32   32  42              42      42   52                  52 42
 42 42 42 42 42  42  42 42 44 42 49 4q 4q   41c       83   52     42 81e     3w                   
                                           55 5c 54 45     45 53 45 44 8n 34 3a 8e 52 32 87 8v    
 85     8a          88       88                  32          34 33 46 45  42 42 45     33 3g  42 4
2   42 3g 32 32 42 52 42 42 42 42 44 52 33         42 52 42   42  52   42   65  4w 4q 410 42  42  
  55 53   55 5c 54 45     45 53 45   42  42      44   39  414 410 8j 85 87 83    42       32      
       42         42    42         42  43   41f 4m 36                    4w             4w 4p 34 4
q 4a        38       4q 4q 4q 8d 83 89 4q 4q  42  42 44 48 44 8b 83 85 4q 4q 42 44 48 47 4q 42 44 
45  47 4q 4q 4q 4q 4q 4q 4q 4q 4q 4q 4q 4q 4q   4h  47  4h 32 46   52    4h  47  4h 32 46   52    
4h  47  4h 32 46   52    4h  47  4h 32 46   52    4h  47  4h 32 46   52    32 4a 4a 4a 4a 4a 49 43
 4b 52    52    49 42 42 52 45 42         4y   4q 4q 4q  4a 335s
`

/** Each run's first target: text (`_` for a space), `±` offset or `=` code points in base 36. */
export const foldTargets = `
_ a _ _ a  2 ' =qk 1 o a ae c e i d n o o u y th ss a ae c e i d n o o u y th y a c d e g h i ij j
 k l =30.53 l n 'n n o oe r s t u w y z s b +1 +1 +5q c d +1 +27 +5m +1 g +5r +5v i k +5v +5x +5y 
o +1 +1 +62 +1 +62 +1 +62 u +61 y z +63 +1 +1 dz lj nj a i o u a ae g k o +4k j dz g -2p -1k n a a
e o a e i o r u s t +1 h -3m +1 +1 a e o y a c l t +1 b +1x +1z e j +1 r y b d g i h -23 j r -1n -
1h w ' ' ' -3h l s x -27  +1 +1 ' +1 ; +38 +17 =53 +19 +1f +1j +1m +15 +w +w +f +q +5 +8 +l +1 -h 
-6 -d -8 -5 +8 -u -p -d -f -m +1 -1i -1c -1o -1s +1 -1i +1 -3m +1h +28 +1c +28 +27 +28 +28 +1a +17
 +1h +28 +w +w +v +w -1 -r -w -1 -y -11 -r +1 -1 +1   +1 +f -3v +1 -4g +1 -4h +1 -1 -4m -4n +1 -4q
 -4o +1 -1 -4f -4r -4t +1 -4t +1 +1c =12d.136        +5 +10 +2 +10   +l -1 -1        =1t4.1to =1tc
.1to =1tf.1to =1sl.1to =1sm.1to =1sn.1to =1ss.1to =1sx.1to =1sy.1to =1t7.1to =1tb.1to =1xj.1xa =1x
j.1xz =1wh.1x8 =1wi.1x8 =1wv.1x8 =20i.20s =20o.20s =1zq.20s =1zr.20s =1zw.20s =20b.20s =287.28m =2
87.27y =287.28n =275.27w =276.27w =2aa.2c7 =2bq.2bi =2br.2bi =2bq.2c7 =2fa.2fq =2in.2j9 =2iu.2j9 =
2iu.2ja =2iu.2iq =2iu.2iq.2j9 =2me.2m6 =2mf.2m6 =2me.2mv =2qh.2q2 =2qh.2q7 =2qh.2q7.2q2 =2qh.2qn -
1 =30i.33r =30s.33r =30x.33r =312.33r =317.33r =30g.33p =31t.31u =31t.31w =33m.328 =33n.328 =31t.3
28 =32q.33r =330.33r =335.33r =33a.33r =33f.33r =32o.33p =36t.372 =8w0 =8x3 =8x9 -w  =xv4 +8 _    
=5c5.5dh =5c7.5dh =5c9.5dh =5cb.5dh =5cd.5dh =5ch.5dh =5dm.5dh =5do.5dh =5dq.5dh =5dr.5dh =5du.5dh
 +1 =3bk =3ct a ae b d =d9 g o =f7 p u a =gg -1w b e =gp =gs g k n =gk -1q p t -1o =hb v -1j =qa =
qu i r u =qa =qp =qu =u5 =gi c =gl d =gs f =gv =h1 i =h5 -18 =il =h9 -11 =in =hd =hc =hf =hk =hu =
bv =i1 -4c =i3 z =i8 =qg  a b c d e f f h i k l m n o p r s t u v w x y z h t w s ss a e i o u y +
1 =q9 =qd =qd =qf =qh =qn =qn =qt =qt =qx =q9 =qd =qd =qn =qt =qx =q9 =qf =qx =q9 =q9 =q9 =q9 =qh 
=qf =qf =qd =qf =qh =qh =qt =qp =qt =qp =2o =qx =qx =qn =qx _  - ' ' " . _  _ ' " _  0 i 4 + =1p (
 n 0 + =1p ( a e o x =gp h k p s  c =gr g h i l n p r z =qx z k a e f +s m i =qo =qb =qo +5t d e i
 i ii iii iv v vi vii viii ix x xi xii l c m i v x l c m +1 -a -q +3 +6 +3 -1 -1 -1 - -1 -1 -5 -1 
-2 -1 =1p -1 -w < -c -2 -2 -6 -2 -2 -a -5 -4 -2s -29 -1k =9hk 1 a a 0 +1 +1c +1 =h7 =5tp =hp a t +
1 =gh =hd =gg +1 +1 j v =fz +1 +1 +1 +1 -e  _ -10 =9jf.9ll =9jh.9ll =9jj.9ll =9jl.9ll =9jn.9ll =9j
p.9ll =9jr.9ll =9jt.9ll =9jv.9ll =9jx.9ll =9jz.9ll =9k1.9ll =9k4.9ll =9k6.9ll =9k8.9ll =9kf.9ll =9
kf.9lm =9ki.9ll =9ki.9lm =9kl.9ll =9kl.9lm =9ko.9ll =9ko.9lm =9kr.9ll =9kr.9lm =9ja.9ll =9lp.9ll =
9m3.9ll =9m5.9ll =9m7.9ll =9m9.9ll =9mb.9ll =9md.9ll =9mf.9ll =9mh.9ll =9mj.9ll =9ml.9ll =9mn.9ll 
=9mp.9ll =9ms.9ll =9mu.9ll =9mw.9ll =9n3.9ll =9n3.9lm =9n6.9ll =9n6.9lm =9n9.9ll =9n9.9lm =9nc.9ll
 =9nc.9lm =9nf.9ll =9nf.9lm =9ly.9ll =9nz.9ll =9o0.9ll =9o1.9ll =9o2.9ll =9od.9ll  =9lu =9m3 =9ms 
=9mz =9n6 =9n9 =9nc =9nf =9ni =9no =9nt =9nz +1   +1 =ui  +1 +1 -1 +1 +1 =5tl +1 +1 =h1 +1 +1 +1 =
h2 =gs =gx =h8 =h6 =im =hz =il =xub +1 -1c =hu =5u6 +1 +1 =h0 +1 =bf s c f q +1 h =x0n -12 =h7 -d 
=i5 ff fi fl ffi ffl st =12s.12u =12s.12d =12s.12j =132.12u =12s.12l =15l  =16a + =161 =15c =15d =
15k =15q =15s =15v =15y =15h =15d =15n =15w =18g  , =9hd : ! ? =9hy  - =2n ( { =9hw =9hs =9hm =9hk
 =9ho [ =2n , =9hd . ; : ? ! - ( { =9hw # & * - < =1p =2k =10 @ =18g =18g  ! a [ =879 =9he =9ho =9
hd =9ob =9o2 =9lt =9nn =9mr =9oc =9lu =9m3 =9ms =9mz =9n6 =9n9 =9nc =9nf =9ni =9no =9nt =9nz =9o3 
=9ll  =4i =4s =4m =4l =6g9 =7b6 =6mo =7fk =7gr   +14 +14 +13 +13 +13 +13 +13 +9 -a =k0 =ih b =ir =
xuu =it =is d =5u9 =go =gu =ix =h0 =gy g =ij h =ik =h3 =hw =iy =h8 =2mmc =x3i =ha =2mmd =i6 =2mme 
o =hi q =hm =2mmg =hp =hs =iw =iu =xuv =iv =i0 =8s1 =i7 =ip =ig =cg =2mmi =2mn2 +1s +w  =1huh.1hve
 =1huj.1hve =1hut.1hve =1hyp.1hyf =1hyq.1hyf =1idj.1ida =1idj.1idz =1if6.1ih5 =1if8.1igr =1iff.1ig
y =1ifk.1ih5 =1igy.1igy =1igy.1igo =1igy.1ih5 =1int.1inu =1int.1ink =1int.1inx =1iuw.1iun =1iux.1i
un +w =1jjp.1jjk =1xr2.1xr2 =1xr2.1xrd =1xr2.1xr3 =1xrd.1xr3 =1xr2.1xr4 =1xr2.1xr2.1xr3 =1xr2.1xrd
.1xr3 =1xr2.1xr2.1xr4 =206f.206f =206b.206f =206b.206f.206f +w +r  a 0 =2jx3.2jxh =2jx4.2jxh =2jx4
.2jxh.2jxq =2jx4.2jxh.2jxr =2jx4.2jxh.2jxs =2jx4.2jxh.2jxt =2jx4.2jxh.2jxu  =2jzt.2jxh =2jzu.2jxh 
=2jzt.2jxh.2jxq =2jzu.2jxh.2jxq =2jzt.2jxh.2jxr =2jzu.2jxh.2jxr a a a a b j a a a c g j n s a f i 
q a a a d j s a a d i o s a a a a a a a a a a a a a i =fr =q9 =qg =qr =6pz =q9 =qr =qs =6pu =qd =q
g =qu =qp =qo =q9 =qg =qr =6pz =q9 =qr =qs =6pu =qd =qg =qu =qp =qo =q9 =qg =qr =6pz =q9 =qr =qs =
6pu =qd =qg =qu =qp =qo =q9 =qg =qr =6pz =q9 =qr =qs =6pu =qd =qg =qu =qp =qo =q9 =qg =qr =6pz =q9
 =qr =qs =6pu =qd =qg =qu =qp =qo =rh 0 0 0 0 0 =ts =u2 =u6 =uj =um =ww9 =yh =uu =yx =xb =y7 =ts =
u2 =u6 =u9 =uc =ui =wh =uu =ut =v3 =x7 =wup =xd  +y c r a a a =9md 0 
`
